package io.storehouse.reports.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a reconciliation found.
 *
 * @param compared the shop's store-days
 * @param liveFigures how many were compared
 * @param warehouseTables how many were compared
 * @param position the cut G
 * @param archivedAfter how long the lake took to reach G: an age, not a difference
 */
record Verdict(
        List<Difference> differences,
        int compared,
        int liveFigures,
        int warehouseTables,
        String position,
        Duration archivedAfter,
        Instant at) {
    private static final int SHOWN = 50;
    private static final int SENT = 500;

    boolean exact() {
        return differences.isEmpty();
    }

    /** For programs. */
    ObjectNode json() {
        ObjectNode json = json(differences.size());
        json.put("position", position);
        json.put("liveFigures", liveFigures);
        json.put("warehouseTables", warehouseTables);
        json.put("archivedAfterSeconds", archivedAfter.toMillis() / 1000.0);
        return json;
    }

    /** For the badge. */
    ObjectNode badge() {
        return json(SENT);
    }

    private ObjectNode json(int limit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("exact", exact());
        json.put("compared", compared);
        ArrayNode list = json.putArray("differences");
        differences.stream()
                .limit(limit)
                .forEach(difference -> list.addObject()
                        .put("station", difference.station())
                        .put("against", difference.against())
                        .put("store", difference.store())
                        .put("businessDate", difference.businessDate())
                        .put("measure", difference.measure())
                        .put("expected", difference.expected())
                        .put("actual", difference.actual()));
        json.put("at", at.toString());
        return json;
    }

    /** For people. */
    void print(PrintWriter out) {
        out.println("Cut " + position + ", archived after " + archivedAfter.toMillis() / 100 / 10.0 + " s");
        station(out, "lake", "till = lake", compared + " store-days at the cut");
        station(out, "stream", "stream = lake", liveFigures + " live figures, each at its own cut");
        station(
                out,
                "warehouse",
                "warehouse = lake",
                warehouseTables == 0
                        ? "no table yet: ./storehouse warehouse run"
                        : warehouseTables + " tables, each at the snapshot it consumed");
        differences.stream()
                .limit(SHOWN)
                .forEach(difference -> out.printf(
                        "  %s, %s, %s %s: %s has %s, %s has %s%n",
                        dash(difference.store()),
                        dash(difference.businessDate()),
                        difference.station(),
                        difference.measure(),
                        difference.against(),
                        difference.expected(),
                        difference.station(),
                        difference.actual()));
        if (differences.size() > SHOWN) {
            out.println("  … and " + (differences.size() - SHOWN) + " more: --json lists all");
        }
        out.println(
                exact()
                        ? "Exact: " + compared + " store-days"
                        : "Not exact: " + differences.size()
                                + (differences.size() == 1 ? " difference" : " differences"));
        out.flush();
    }

    private void station(PrintWriter out, String station, String equation, String what) {
        long found = differences.stream()
                .filter(difference -> difference.station().equals(station))
                .count();
        out.println("  " + (found == 0 ? "✓" : "✗") + " " + equation + ": " + what
                + (found == 0 ? "" : "; differing: " + found));
    }

    private static String dash(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "—" : text;
    }
}
