package io.storehouse.shop.importing;

import io.storehouse.formats.ReadLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are imported.
 *
 * @param directory where received files lie until they are imported
 * @param batch documents posted in one transaction
 * @param maxSize of a received file
 * @param maxUnpacked bytes of a received file, unpacked
 * @param maxRows of a received file
 * @param retryPause between attempts while the database is away
 * @param retryFor how long a job that makes no progress is tried again before it fails
 */
@Validated
@ConfigurationProperties("storehouse.importing")
record ImportSettings(
        @DefaultValue("imports") Path directory,
        @DefaultValue("100") @Min(1) @Max(1000) int batch,
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("512MB") DataSize maxUnpacked,
        @DefaultValue("2000000") @Min(1) int maxRows,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("30m") Duration retryFor) {

    ReadLimits readLimits() {
        return new ReadLimits(maxUnpacked.toBytes(), maxRows);
    }
}
