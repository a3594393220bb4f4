package io.storehouse.shop.documents;

import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class IdempotencyTable implements Documents {
    private final JdbcClient jdbc;
    private final Rows rows;
    private final JsonMapper json;
    private final Transactions transactions;

    IdempotencyTable(JdbcClient jdbc, Rows rows, JsonMapper json, Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.transactions = transactions;
    }

    @Override
    public <C, D, R> List<R> recordOnce(DocumentKind<C, D, R> kind, List<C> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        Map<UUID, CommandHash.Value> hashes = new HashMap<>();
        Map<UUID, C> distinct = new LinkedHashMap<>();
        for (C command : commands) {
            CommandHash.Value hash = kind.hash(command);
            CommandHash.Value other = hashes.putIfAbsent(kind.id(command), hash);
            if (other != null && !other.equals(hash)) {
                throw conflict(kind.id(command));
            }
            distinct.putIfAbsent(kind.id(command), command);
        }
        return transactions.inOne(() -> record(kind, commands, distinct, hashes));
    }

    @Override
    public Set<UUID> recorded(String scope, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select id from idempotency where scope = :scope and id in (:ids)")
                .param("scope", scope)
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query((row, number) -> UUID.fromString(row.getString("id")))
                .list());
    }

    private <C, D, R> List<R> record(
            DocumentKind<C, D, R> kind, List<C> commands, Map<UUID, C> distinct, Map<UUID, CommandHash.Value> hashes) {
        kind.lock(List.copyOf(distinct.values()));
        Map<UUID, R> responses = recall(kind, hashes);
        List<C> fresh = distinct.entrySet().stream()
                .filter(entry -> !responses.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!fresh.isEmpty()) {
            List<D> documents = prepare(kind, fresh, hashes);
            Map<UUID, R> first = new LinkedHashMap<>();
            for (int i = 0; i < fresh.size(); i++) {
                first.put(kind.id(fresh.get(i)), kind.response(documents.get(i)));
            }
            claim(kind.scope(), first, hashes);
            kind.write(documents);
            responses.putAll(first);
        }
        return commands.stream()
                .map(command -> Objects.requireNonNull(responses.get(kind.id(command))))
                .toList();
    }

    private <C, D, R> List<D> prepare(DocumentKind<C, D, R> kind, List<C> fresh, Map<UUID, CommandHash.Value> hashes) {
        try {
            return kind.prepare(fresh);
        } catch (ShopException refused) {
            Map<UUID, R> known = recall(kind, hashes);
            if (fresh.stream().map(kind::id).anyMatch(known::containsKey)) {
                throw new RecordedMeanwhile(refused);
            }
            throw refused;
        }
    }

    private <C, D, R> Map<UUID, R> recall(DocumentKind<C, D, R> kind, Map<UUID, CommandHash.Value> hashes) {
        Map<UUID, R> recorded = new HashMap<>();
        jdbc.sql("select id, hash, body from idempotency where scope = :scope and id in (:ids)")
                .param("scope", kind.scope())
                .param("ids", hashes.keySet().stream().map(UUID::toString).toList())
                .query(row -> {
                    UUID id = UUID.fromString(row.getString("id"));
                    if (!CommandHash.Value.of(row.getBytes("hash")).equals(hashes.get(id))) {
                        throw conflict(id);
                    }
                    recorded.put(id, kind.replayed(json.readValue(row.getString("body"), kind.responseType())));
                });
        return recorded;
    }

    /** Sorted, so that two transactions with ids in common wait for each other instead of deadlocking. */
    private <R> void claim(String scope, Map<UUID, R> responses, Map<UUID, CommandHash.Value> hashes) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        responses.keySet().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(id -> parameters.add(new @Nullable Object[] {
                    scope,
                    id,
                    Objects.requireNonNull(hashes.get(id)).bytes(),
                    json.writeValueAsString(responses.get(id))
                }));
        rows.write(Rows.insert("idempotency", "scope", "id", "hash", "body"), parameters);
    }

    private static ShopException conflict(UUID id) {
        return new ShopException(
                DocumentError.IDEMPOTENCY_CONFLICT,
                "Cannot record " + id + ": it stands for a request with other content",
                Map.of("id", id.toString()));
    }
}
