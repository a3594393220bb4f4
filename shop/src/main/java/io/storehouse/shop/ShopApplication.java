package io.storehouse.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The shop: one process, one database, the API of everything people see. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Storehouse shop")
public class ShopApplication {
    /** Starts the shop. */
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
