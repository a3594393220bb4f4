package io.storehouse.shop.media;

import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in a bucket. S3 shows an object when it is whole. An object that is there with its length is not sent again. A call
 * that finds all connections taken waits a second at most, so that a store that hangs takes no more of the shop's threads.
 */
final class S3Objects implements ObjectStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Objects.class);
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int UNKNOWN = -1;

    private final S3Client client;
    private final S3Settings settings;
    private final Semaphore connections;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    private S3Objects(S3Client client, S3Settings settings) {
        this.client = client;
        this.settings = settings;
        this.connections = new Semaphore(settings.connections());
    }

    /** Opens no connection. */
    static S3Objects in(S3Settings settings) {
        return new S3Objects(S3Clients.of(settings), settings);
    }

    @Override
    public void put(ObjectName name, byte[] content) {
        call(() -> length(name) == content.length || sendOrSayWhy(name, content));
    }

    @Override
    public Optional<byte[]> get(ObjectName name) {
        return call(() -> {
            try {
                return Optional.of(client.getObject(
                        request -> request.bucket(settings.bucket()).key(settings.key(name)), S3Objects::whole));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** Writes to the log whether the bucket can be reached. The shop does not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void lookOnce() {
        Thread look = new Thread(this::look, "pictures-bucket");
        look.setDaemon(true);
        look.start();
    }

    /** The reason why the bucket cannot be used now; empty where it can. */
    String look() {
        try {
            call(this::ask);
        } catch (ShopException e) {
            return String.valueOf(e.getMessage());
        }
        return "";
    }

    /** Of an object that cannot be asked for, the answer to its sending says why. */
    private long length(ObjectName name) {
        try {
            return client.headObject(
                            request -> request.bucket(settings.bucket()).key(settings.key(name)))
                    .contentLength();
        } catch (S3Exception e) {
            return UNKNOWN;
        }
    }

    /** A store that refuses a long body closes the line before it is sent, so that its reason is lost: it is asked for it. */
    private boolean sendOrSayWhy(ObjectName name, byte[] content) {
        try {
            return send(name, content);
        } catch (ApiCallTimeoutException e) {
            throw e;
        } catch (SdkClientException e) {
            ask();
            throw e;
        }
    }

    /** A question that changes nothing, and whose refusal has a reason. */
    private ListObjectsV2Response ask() {
        return client.listObjectsV2(request ->
                request.bucket(settings.bucket()).prefix(settings.prefix()).maxKeys(1));
    }

    /** Content-MD5 is the check of a transfer that every store knows; the SDK's newer ones are refused by some. */
    private boolean send(ObjectName name, byte[] content) {
        String type =
                ImageType.of(content).map(known -> known.mediaType().toString()).orElse("application/octet-stream");
        client.putObject(
                request -> request.bucket(settings.bucket())
                        .key(settings.key(name))
                        .contentType(type)
                        .contentMD5(md5(content)),
                RequestBody.fromContentProvider(
                        ContentStreamProvider.fromByteArrayUnsafe(content), content.length, type));
        return true;
    }

    /** All bytes, in one array of their length. */
    private static byte[] whole(GetObjectResponse head, InputStream in) {
        byte[] bytes = new byte[Math.toIntExact(head.contentLength())];
        try {
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new IOException("The answer ended before its " + bytes.length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw RetryableException.builder().message(e.getMessage()).cause(e).build();
        }
    }

    private <T> T call(Supplier<T> call) {
        if (!connected()) {
            throw unavailable(settings.connections() + " calls are waiting for an answer; try again", null);
        }
        try {
            T answer = call.get();
            if (!trouble.getAndSet("").isEmpty()) {
                LOG.info("Pictures are reached again in {}", settings.place());
            }
            return answer;
        } catch (SdkException e) {
            String reason = S3Failures.reason(e, settings);
            if (!reason.equals(trouble.getAndSet(reason))) {
                LOG.warn("Pictures cannot be reached in {}: {}", settings.place(), reason);
            }
            throw unavailable(reason, e);
        } finally {
            connections.release();
        }
    }

    private boolean connected() {
        try {
            return connections.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ShopException unavailable(String reason, @Nullable Throwable cause) {
        return new ShopException(
                MediaError.PICTURES_UNAVAILABLE, "Cannot reach the store of pictures: " + reason, Map.of(), cause);
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
