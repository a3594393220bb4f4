import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { sessionCurrent, sessionLogIn, sessionLogOut, type SessionCredentials, type SessionView } from '@/shared/api/generated'
import { sessionCurrentQueryKey } from '@/shared/api/generated/@tanstack/vue-query.gen'
import { Problem } from '@/shared/api/problem'

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionCurrentQueryKey(),
  queryFn: readSession,
  staleTime: 60_000,
  retry: false,
})

async function readSession(): Promise<SessionView | null> {
  try {
    return await sessionCurrent()
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
    mutationFn: async (credentials: SessionCredentials) => {
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await sessionLogIn({ body: credentials })
      return client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => sessionLogOut(),
    onSettled: () => client.setQueryData(sessionQuery.queryKey, null),
  })
}
