package io.storehouse.shop.days;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What all actors know after a day: what was acknowledged, what nobody knows of, what was wrong, and how often what happened. */
final class Journal {
    private final Queue<Fact> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Fact> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final Map<String, List<SoldOrder>> sold = new ConcurrentHashMap<>();

    void acknowledge(Fact fact) {
        acknowledged.add(fact);
    }

    /** The client went away without an answer. */
    void forget(Fact fact) {
        unknown.add(fact);
    }

    void wrong(String what) {
        wrong.add(what);
    }

    void count(String what) {
        counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    long counted(String what) {
        AtomicLong count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    /** Keeps an order for those who take back. */
    void sold(String currency, SoldOrder order) {
        sold.computeIfAbsent(currency, key -> new CopyOnWriteArrayList<>()).add(order);
    }

    List<SoldOrder> sold(String currency) {
        return sold.getOrDefault(currency, List.of());
    }

    Stream<Fact> facts() {
        return acknowledged.stream();
    }

    Stream<Fact> facts(String kind) {
        return facts().filter(fact -> fact.kind().equals(kind));
    }

    List<Fact> unknown() {
        return List.copyOf(unknown);
    }

    List<String> wrong() {
        return new ArrayList<>(wrong);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
