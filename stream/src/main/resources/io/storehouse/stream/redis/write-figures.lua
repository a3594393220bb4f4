-- Writes figures; one with a cut is written only when its cut dominates the stored one.
-- KEYS: the index of dates, then for each figure its key and the set of its date's stores
-- ARGV: the channel of changes, then for each figure its shape, field, cut, value, store, date
-- Returns how many were accepted.

local function dominates(new, old)
  if not old then
    return true
  end
  local old_offsets = string.gmatch(old, '-?%d+')
  for offset in string.gmatch(new, '-?%d+') do
    if tonumber(offset) < tonumber(old_offsets() or '-1') then
      return false
    end
  end
  return true
end

local write = {}

function write.FIGURE(key, field, cut, value)
  if not dominates(cut, redis.call('HGET', key, 'cut')) then
    return false
  end
  redis.call('HSET', key, 'cut', cut, 'value', value)
  return true
end

function write.FIELD(key, field, cut, value)
  local stored = redis.call('HGET', key, field)
  if stored and not dominates(cut, string.match(stored, '^[^|]*')) then
    return false
  end
  redis.call('HSET', key, field, cut .. '|' .. value)
  return true
end

function write.PLAIN(key, field, cut, value)
  redis.call('HSET', key, 'value', value)
  return true
end

function write.GONE(key)
  return redis.call('DEL', key) == 1
end

local accepted = 0
local published = {}
for figure = 0, (#KEYS - 1) / 2 - 1 do
  local key, stores = KEYS[2 + figure * 2], KEYS[3 + figure * 2]
  local shape, field, cut, value, store, date = unpack(ARGV, 2 + figure * 6, 7 + figure * 6)
  if write[shape](key, field, cut, value) then
    accepted = accepted + 1
    if store ~= '' then
      redis.call('ZADD', KEYS[1], (string.gsub(date, '-', '')), date)
      redis.call('SADD', stores, store)
    end
    if not published[key] then
      published[key] = true
      redis.call('PUBLISH', ARGV[1], key)
    end
  end
end
return accepted
