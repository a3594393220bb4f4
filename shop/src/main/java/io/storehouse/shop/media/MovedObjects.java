package io.storehouse.shop.media;

import java.util.Optional;

/**
 * A store that objects go to now, and one they went to before. The old one is asked first: a name stands for the same in both,
 * and the old one is near. It can go once its objects are copied.
 */
record MovedObjects(ObjectStore old, ObjectStore current) implements ObjectStore {
    @Override
    public void put(ObjectName name, byte[] content) {
        current.put(name, content);
    }

    @Override
    public Optional<byte[]> get(ObjectName name) {
        return old.get(name).or(() -> current.get(name));
    }
}
