-- Takes over what the database says of claims; again and again gives the same. KEYS: sale, buyers, claims, pending.
-- ARGV: claim, buyer, state, and so on; state is w (won, whatever came of it), l (lost) or x (expired, the unit is free again).
if redis.call('exists', KEYS[1]) == 0 then
    return 0
end
local change = 0
for i = 1, #ARGV, 3 do
    local claim, buyer, state = ARGV[i], ARGV[i + 1], ARGV[i + 2]
    local known = redis.call('hget', KEYS[3], claim)
    local before = known and string.sub(known, 1, 1) or ''
    local took = before == 'p' or before == 'w'
    if before ~= 'l' and before ~= 'x' then
        if state == 'w' and not took then
            change = change - 1
        elseif state ~= 'w' and took then
            change = change + 1
        end
        redis.call('hset', KEYS[3], claim, state .. ':' .. buyer)
        if state ~= 'l' then
            redis.call('hset', KEYS[2], buyer, claim)
        elseif redis.call('hget', KEYS[2], buyer) == claim then
            redis.call('hdel', KEYS[2], buyer)
        end
    end
    redis.call('zrem', KEYS[4], claim)
end
if change ~= 0 then
    redis.call('hincrby', KEYS[1], 'remaining', change)
end
return 1
