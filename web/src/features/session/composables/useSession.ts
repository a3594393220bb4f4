import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { change, get, Problem } from '@/shared/api/http'
import type { Session } from '@/shared/api/types'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
  retry: false,
})

async function readSession(): Promise<Session | null> {
  try {
    return await get<Session>('/session')
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null
    throw problem
  }
}

export function useSession() {
  return useQuery(sessionQuery)
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await change('POST', '/session', credentials)
      return client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => change('DELETE', '/session'),
    onSettled: () => client.setQueryData(sessionQuery.queryKey, null),
  })
}
