package io.storehouse.shop.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReplicaSettingsTest {
    @Test
    void knowsNoReplicaByDefault() {
        ReplicaSettings settings = bind(Map.of());
        assertThat(settings.url()).isNull();
        assertThat(settings.maxLag()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.patience()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> bind(Map.of("storehouse.replica.url", "jdbc:mariadb://h/shop")))
                .rootCause()
                .hasMessage("Invalid storehouse.replica: a replica needs a url, a username and a password");
        assertThatThrownBy(() -> bind(Map.of("storehouse.replica.max-lag", "0s")))
                .rootCause()
                .hasMessage("Invalid storehouse.replica.max-lag: PT0S; expected more than 0");
    }

    @Test
    void doesNotPrintItsPassword() {
        assertThat(bind(Map.of(
                                "storehouse.replica.url", "u",
                                "storehouse.replica.username", "reader",
                                "storehouse.replica.password", "secret"))
                        .toString())
                .doesNotContain("secret");
    }

    private static ReplicaSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("storehouse.replica", ReplicaSettings.class);
    }
}
