package io.storehouse.shop;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void featuresUseOnlyWhatTheyMay() {
        ApplicationModules.of(ShopApplication.class).verify();
    }
}
