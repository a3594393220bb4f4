package io.storehouse.shop.days;

import io.storehouse.contracts.EventType;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a writing endpoint is tried.
 *
 * @param form what may be expected of it when it is sent again
 * @param request a new request in a new scene
 * @param told what events its first acceptance leaves, no more and no fewer; null while nobody has said
 */
record Write(
        Form form,
        Function<Scene, Request> request,
        @Nullable Told told) {
    /** What sending a request again means. */
    enum Form {
        /** By its id: the first answer, one effect, another body refused. */
        DOCUMENT,
        /** By its name: the same state, and of two that race one stands. */
        STATE,
        /** The same answer and nothing new, without an id. */
        ONCE,
        /** Each time anew, by its purpose. */
        ANEW,
        /** Refused alike and without effect in the scene there is; what it does elsewhere is shown by its own tests. */
        REFUSED
    }

    /**
     * What leaves the shop.
     *
     * @param reason why nothing does; empty where something does
     */
    record Told(Set<EventType> events, String reason) {}

    private Write(Form form, Function<Scene, Request> request) {
        this(form, request, null);
    }

    /** The same, which leaves events of these types. */
    Write tells(EventType... events) {
        return new Write(form, request, new Told(Set.of(events), ""));
    }

    /** The same, which leaves no event, for that reason. */
    Write tellsNothing(String reason) {
        return new Write(form, request, new Told(Set.of(), reason));
    }

    /**
     * A request.
     *
     * @param body null for none; a text is sent as it is
     * @param other another body with the same id or name, for those that have one
     */
    record Request(
            String method,
            String path,
            @Nullable Object body,
            @Nullable Object other) {}

    /** A document; the other one differs as {@link Sender#change} makes it. */
    static Write document(Function<Scene, String> path, Function<Scene, Map<String, Object>> body) {
        return new Write(Form.DOCUMENT, scene -> {
            String at = path.apply(scene);
            Map<String, Object> first = body.apply(scene);
            return new Request("POST", at, first, Sender.change(first));
        });
    }

    /** A document whose other body is given. */
    static Write document(
            Function<Scene, String> path,
            Function<Scene, Map<String, Object>> body,
            Function<Map<String, Object>, Map<String, Object>> other) {
        return new Write(Form.DOCUMENT, scene -> {
            String at = path.apply(scene);
            Map<String, Object> first = body.apply(scene);
            return new Request("POST", at, first, other.apply(first));
        });
    }

    /** A state, of which there are two. */
    static Write state(Function<Scene, String> path, Function<Scene, Object> body, Function<Scene, Object> other) {
        return new Write(
                Form.STATE, scene -> new Request("PUT", path.apply(scene), body.apply(scene), other.apply(scene)));
    }

    static Write once(String method, Function<Scene, String> path, Function<Scene, Object> body) {
        return new Write(Form.ONCE, scene -> new Request(method, path.apply(scene), body.apply(scene), null));
    }

    static Write refused(String method, Function<Scene, String> path, Function<Scene, Object> body) {
        return new Write(Form.REFUSED, scene -> new Request(method, path.apply(scene), body.apply(scene), null));
    }

    static Write anew(String method, Function<Scene, String> path, Function<Scene, Object> body) {
        return new Write(Form.ANEW, scene -> new Request(method, path.apply(scene), body.apply(scene), null));
    }
}
