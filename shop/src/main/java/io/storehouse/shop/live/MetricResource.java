package io.storehouse.shop.live;

import io.storehouse.contracts.LiveKeys;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MetricResource {
    /** The definitions that all stations share, as they are in the contracts. */
    @GetMapping(path = "/api/v1/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> metrics() {
        return ResponseEntity.ok(new ClassPathResource("metrics.json", LiveKeys.class));
    }
}
