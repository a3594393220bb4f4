package io.storehouse.shop.media;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Which store pictures are kept in: the bucket that the settings name, otherwise the directory. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
    @Bean
    @ConditionalOnProperty("storehouse.media.s3.bucket")
    S3Objects bucket(MediaSettings settings) {
        if (settings.s3() == null) {
            throw new IllegalStateException("Cannot open a bucket without storehouse.media.s3");
        }
        return S3Objects.in(settings.s3());
    }

    @Bean
    @Primary
    ObjectStore pictures(MediaSettings settings, ObjectProvider<S3Objects> bucket) {
        ObjectStore disk = new DiskObjects(settings.directory());
        S3Objects s3 = bucket.getIfAvailable();
        return s3 == null ? disk : new MovedObjects(disk, s3);
    }
}
