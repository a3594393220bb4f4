package io.storehouse.shop.documents;

import java.util.List;
import java.util.UUID;

/**
 * How documents of one kind are recorded.
 *
 * @param <C> the command
 * @param <D> the document that it becomes
 * @param <R> the response, kept as JSON
 */
public interface DocumentKind<C, D, R> {
    /** The namespace of the ids, at most 16 characters. */
    String scope();

    /** The command's identity, made by the client. */
    UUID id(C command);

    /** What makes two commands the same request. */
    CommandHash.Value hash(C command);

    /** The response's record. */
    Class<R> responseType();

    /** The response marked as one that was given before. */
    R replayed(R response);

    /** Locks what {@link #prepare} relies on, before it is known which commands are recorded already. */
    default void lock(List<C> commands) {}

    /** Checks the commands and works out the documents, reading only; in the order of the commands. */
    List<D> prepare(List<C> commands);

    /** What the command of the document is answered. */
    R response(D document);

    /** Writes the documents and what follows from them. */
    void write(List<D> documents);
}
