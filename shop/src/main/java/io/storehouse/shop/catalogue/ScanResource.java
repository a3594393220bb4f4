package io.storehouse.shop.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ScanResource {
    private final Scans scans;
    private final ScaleCodes scales;

    ScanResource(Scans scans, ScaleCodes scales) {
        this.scans = scans;
        this.scales = scales;
    }

    /** What a scanned code stands for: a product, a pack of it, or what a scale weighed. */
    @GetMapping("/scans/{code}")
    Scan read(@PathVariable String code) {
        return scans.read(code);
    }

    /** How codes from scales with that prefix (20 to 29) are read. */
    @PutMapping("/scale-codes/{prefix}")
    ScaleCodes.Layout define(@PathVariable String prefix, @Valid @RequestBody ScaleCode body) {
        if (!ScaleCodes.isPrefix(prefix)) {
            throw Products.invalid("Invalid prefix: '" + prefix + "'; expected 20 to 29");
        }
        return scales.define(new ScaleCodes.Layout(prefix, body.measure(), body.decimals()));
    }

    @GetMapping("/scale-codes")
    List<ScaleCodes.Layout> layouts() {
        return scales.all();
    }

    record ScaleCode(
            @NotNull ScaleCodes.Measure measure,
            @Min(0) @Max(3) int decimals) {}
}
