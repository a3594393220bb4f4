package io.storehouse.shop.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class MediaSettingsTest {
    private final ApplicationContextRunner shop =
            new ApplicationContextRunner().withUserConfiguration(SettingsOnly.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MediaSettings.class)
    @Import(MediaConfiguration.class)
    static class SettingsOnly {}

    @Test
    void keepsPicturesOnDiskWhereNoBucketIsNamed() {
        shop.run(context -> {
            assertThat(context.getBean(MediaSettings.class).s3()).isNull();
            assertThat(context.getBean(ObjectStore.class)).isInstanceOf(DiskObjects.class);
        });
    }

    @Test
    void needsOnlyABucketAndItsRegion() {
        shop.withPropertyValues("storehouse.media.s3.bucket=chain.pictures", "storehouse.media.s3.region=eu-central-1")
                .run(context -> {
                    S3Settings s3 = context.getBean(MediaSettings.class).s3();
                    assertThat(s3)
                            .isEqualTo(new S3Settings(
                                    "chain.pictures",
                                    "eu-central-1",
                                    null,
                                    false,
                                    "",
                                    null,
                                    null,
                                    Duration.ofSeconds(2),
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(15),
                                    32));
                    assertThat(context.getBean(ObjectStore.class)).isInstanceOf(MovedObjects.class);
                });
    }

    @Test
    void saysAllErrorsAtOnceAndNoSecret() {
        shop.withPropertyValues(
                        "storehouse.media.max-pixels=0",
                        "storehouse.media.s3.bucket=No_Bucket",
                        "storehouse.media.s3.prefix=/pictures",
                        "storehouse.media.s3.secret-key=very-secret",
                        "storehouse.media.s3.connections=0",
                        "storehouse.media.s3.timeout=0s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContainingAll(
                                "maxPixels",
                                "must be a bucket's name",
                                "must be names joined by '/'",
                                "storehouse.media.s3.region must be set, unless storehouse.media.s3.endpoint is",
                                "storehouse.media.s3.access-key and storehouse.media.s3.secret-key must be set both",
                                "s3.connections",
                                "s3.timeout")
                        .hasMessageNotContaining("very-secret"));
    }

    @Test
    void refusesABucketsSettingsWithoutItsName() {
        shop.withPropertyValues("storehouse.media.s3.region=eu-central-1")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("s3.bucket"));
    }
}
