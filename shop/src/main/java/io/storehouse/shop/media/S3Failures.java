package io.storehouse.shop.media;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failed call of a bucket means for whoever runs the shop, and the way out. Never a key. */
final class S3Failures {
    private static final int FORBIDDEN = 403;
    private static final int ELSEWHERE = 301;

    private S3Failures() {}

    static String reason(SdkException failure, S3Settings settings) {
        if (failure instanceof S3Exception answer) {
            return refused(answer, settings);
        }
        if (failure instanceof ApiCallTimeoutException) {
            return "it did not answer within " + settings.timeout().toMillis() + " ms; try again";
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Unable to load credentials")) {
            return "there are no credentials; set storehouse.media.s3.access-key and storehouse.media.s3.secret-key,"
                    + " or what the AWS SDK looks for";
        }
        return "it does not answer (" + root(failure).getClass().getSimpleName()
                + "); try again, and see that it runs where storehouse.media.s3.endpoint says";
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String refused(S3Exception answer, S3Settings settings) {
        String code = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        return switch (code) {
            case "NoSuchBucket" ->
                "there is no bucket " + settings.bucket() + "; create it, or correct storehouse.media.s3.bucket";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                "it does not take the keys (" + code
                        + "); correct storehouse.media.s3.access-key and storehouse.media.s3.secret-key,"
                        + " or what the AWS SDK found in their place";
            case "ExpiredToken", "InvalidToken" -> "the session of its credentials is over (" + code + "); renew it";
            case "RequestTimeTooSkewed" -> "the clock of this machine is wrong; set it";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                elsewhere(code);
            default -> other(answer, code, settings);
        };
    }

    private static String other(S3Exception answer, String code, S3Settings settings) {
        if (answer.statusCode() == ELSEWHERE) {
            return elsewhere(code);
        }
        if (answer.statusCode() == FORBIDDEN) {
            return "the keys may not do this; grant them s3:GetObject and s3:PutObject on "
                    + settings.bucket() + "/" + settings.prefix()
                    + "* and s3:ListBucket on " + settings.bucket()
                    + ", without which AWS does not tell a missing picture from a forbidden one";
        }
        return "it answered " + answer.statusCode() + " " + code + "; try again";
    }

    private static String elsewhere(String code) {
        return "the bucket is in another region (" + code + "); correct storehouse.media.s3.region";
    }
}
