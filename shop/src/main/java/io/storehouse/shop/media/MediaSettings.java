package io.storehouse.shop.media;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where pictures are kept.
 *
 * @param directory of the object store
 * @param maxSize of a picture
 * @param maxPixels of a picture, width times height, so that none unpacks to more memory than there is
 */
@Validated
@ConfigurationProperties("storehouse.media")
record MediaSettings(
        @DefaultValue("media") Path directory,
        @DefaultValue("5MB") DataSize maxSize,
        @DefaultValue("40000000") @Min(1) long maxPixels) {}
