package io.storehouse.shop.media;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A bucket of AWS S3, or of a server that speaks its protocol.
 *
 * @param bucket its name; the shop does not create it
 * @param region of AWS; a server with an endpoint of its own seldom asks for one
 * @param endpoint of a server that is not AWS
 * @param pathStyle whether the bucket is named in the path and not in the host, as most servers other than AWS want it
 * @param prefix before the keys of pictures, such as {@code pictures/}
 * @param accessKey with its secret; without both the SDK's own chain looks for credentials
 * @param connectTimeout of a connection
 * @param readTimeout between two bytes of an answer
 * @param timeout of one call with all its attempts
 * @param connections how many calls run at once, so that a store that hangs leaves the shop its threads
 */
record S3Settings(
        @NotNull
        @Pattern(
                regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                message = "must be a bucket's name: 3 to 63 lower-case letters, digits, '.' or '-'")
        String bucket,

        @Nullable String region,
        @Nullable URI endpoint,
        @DefaultValue("false") boolean pathStyle,

        @DefaultValue("")
        @Pattern(
                regexp = "|[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?",
                message = "must be names joined by '/', without one before")
        String prefix,

        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration readTimeout,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("32") @Positive int connections) {

    @AssertTrue(message = "storehouse.media.s3.region must be set, unless storehouse.media.s3.endpoint is")
    boolean isPlaced() {
        return !blank(region) || endpoint != null;
    }

    @AssertTrue(message = "storehouse.media.s3.endpoint must be http://host or https://host, with its port")
    boolean isReachable() {
        return endpoint == null
                || endpoint.getHost() != null
                        && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()));
    }

    @AssertTrue(
            message = "storehouse.media.s3.access-key and storehouse.media.s3.secret-key must be set both or neither")
    boolean isPaired() {
        return blank(accessKey) == blank(secretKey);
    }

    /** The same layout as on disk, so that the folder can be copied as it is. */
    String key(ObjectName name) {
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return folder + name.path();
    }

    /** Where the bucket is, for people. */
    String place() {
        return "s3://" + bucket + "/" + prefix + " at "
                + Objects.requireNonNullElseGet(endpoint, () -> URI.create("aws:" + region));
    }

    boolean hasKeys() {
        return !blank(accessKey);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Settings[" + place() + "]";
    }
}
