package io.storehouse.shop.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LiveSettingsTest {
    @Test
    void hasDefaultsForEverything() {
        LiveSettings settings = bind(Map.of());

        assertThat(settings.keyspace()).isEqualTo("v1");
        assertThat(settings.pulseInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.staleAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.heartbeat()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesWhatIsSet() {
        assertThat(bind(Map.of("storehouse.live.stale-after", "45s")).staleAfter())
                .isEqualTo(Duration.ofSeconds(45));
    }

    private static LiveSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("storehouse.live", LiveSettings.class);
    }
}
