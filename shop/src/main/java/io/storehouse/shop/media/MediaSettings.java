package io.storehouse.shop.media;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where pictures are kept.
 *
 * @param directory of the pictures; with a bucket, of those that were kept before it
 * @param maxSize of a picture
 * @param maxPixels of a picture, width times height, so that none unpacks to more memory than there is
 * @param s3 the bucket that new pictures go to; without it they go to the directory
 */
@Validated
@ConfigurationProperties("storehouse.media")
record MediaSettings(
        @DefaultValue("media") Path directory,
        @DefaultValue("5MB") DataSize maxSize,
        @DefaultValue("40000000") @Min(1) long maxPixels,
        @Valid @Nullable S3Settings s3) {}
