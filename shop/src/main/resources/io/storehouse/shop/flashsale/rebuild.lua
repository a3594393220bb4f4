-- Puts a sale in place that was read from the database. KEYS: sale, buyers, claims, pending, new buyers, new claims.
-- ARGV: version, quota, remaining, from (ms), until (ms), server.
if redis.call('exists', KEYS[1]) == 1 then
    redis.call('del', KEYS[5], KEYS[6])
    return 0
end
redis.call('del', KEYS[2], KEYS[3], KEYS[4])
if redis.call('exists', KEYS[5]) == 1 then
    redis.call('rename', KEYS[5], KEYS[2])
    redis.call('persist', KEYS[2])
end
if redis.call('exists', KEYS[6]) == 1 then
    redis.call('rename', KEYS[6], KEYS[3])
    redis.call('persist', KEYS[3])
end
redis.call('hset', KEYS[1], 'version', ARGV[1], 'quota', ARGV[2], 'remaining', ARGV[3], 'from', ARGV[4],
    'until', ARGV[5], 'server', ARGV[6])
return 1
