package io.storehouse.shop.notifying;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who carries the messages of each channel. A channel without a provider is off: nobody is told by it. */
class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Map<MessageChannel, Provider> byChannel = new EnumMap<>(MessageChannel.class);

    Providers(List<Provider> providers) {
        providers.forEach(provider -> byChannel.put(provider.channel(), provider));
    }

    /** The provider of the channel, or empty when it is off. */
    Optional<Provider> of(MessageChannel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    /** Says which channels are off. */
    void announce() {
        for (MessageChannel channel : MessageChannel.values()) {
            if (of(channel).isEmpty()) {
                LOG.info("No {} is sent: storehouse.notifying names no provider of it", channel.code());
            }
        }
    }
}
