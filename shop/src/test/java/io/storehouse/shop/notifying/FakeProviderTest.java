package io.storehouse.shop.notifying;

import java.util.List;

class FakeProviderTest extends RefusingProviderContract {
    private final FakeProvider fake = new FakeProvider(MessageChannel.SMS);

    @Override
    Provider provider() {
        return fake;
    }

    @Override
    String recipient() {
        return "+8613812345678";
    }

    @Override
    List<Received> received() {
        return fake.taken().stream()
                .map(message -> new Received(message.key().toString(), message.recipient(), message.text()))
                .toList();
    }

    @Override
    void fail() {
        fake.always(FakeProvider.Mood.BUSY);
    }

    @Override
    void refuse() {
        fake.always(FakeProvider.Mood.REFUSE);
    }

    @Override
    void recover() {
        fake.always(FakeProvider.Mood.TAKE);
    }
}
