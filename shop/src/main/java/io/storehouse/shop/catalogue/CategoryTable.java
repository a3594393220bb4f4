package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.CategoryChanged;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree, kept as parents and as paths. Who changes it locks it whole, so that two moves cannot make a cycle together. */
@Component
class CategoryTable implements Categories {
    private static final String SELECT = "select code, name, parent, path from category ";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    CategoryTable(JdbcClient jdbc, Transactions transactions, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes, renames or moves a category with all that lies below it; events leave for those that changed. */
    Category define(String code, String name, @Nullable String parent) {
        return transactions.inOne(() -> {
            jdbc.sql("select id from category_tree where id = 1 for update")
                    .query(Integer.class)
                    .single();
            Optional<Category> above = parent == null ? Optional.empty() : Optional.of(known(parent));
            String path = above.map(Category::path).orElse("") + code + "/";
            Category wanted = new Category(code, name, parent, path);
            Optional<Category> before = find(code);
            if (before.filter(wanted::equals).isPresent()) {
                return wanted;
            }
            before.ifPresentOrElse(was -> change(was, wanted, above), () -> insert(wanted));
            announce(before.isPresent() && !before.get().path().equals(path) ? below(path) : List.of(wanted));
            return wanted;
        });
    }

    Category one(String code) {
        return find(code)
                .orElseThrow(
                        () -> new ShopException(CatalogueError.CATEGORY_NOT_FOUND, "There is no category " + code));
    }

    /**
     * The category, for something that lies in it.
     *
     * @throws ShopException {@code unknown-category}
     */
    Category known(String code) {
        return find(code)
                .orElseThrow(() -> new ShopException(
                        CatalogueError.UNKNOWN_CATEGORY, "Unknown category: " + code, Map.of("category", code)));
    }

    /** In the order of paths: each category before those below it. */
    List<Category> page(String afterPath, int limit) {
        return jdbc.sql(SELECT + "where path > :after order by path limit :limit")
                .param("after", afterPath)
                .param("limit", limit)
                .query(Category.class)
                .list();
    }

    @Override
    public Map<String, String> paths(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(SELECT + "where code in (:codes)").param("codes", codes).query(Category.class).list().stream()
                .collect(Collectors.toMap(Category::code, Category::path));
    }

    private Optional<Category> find(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(Category.class)
                .optional();
    }

    private List<Category> below(String path) {
        return jdbc.sql(SELECT + "where path like concat(:path, '%') order by path")
                .param("path", path)
                .query(Category.class)
                .list();
    }

    private void insert(Category category) {
        refuseDepth(category.path());
        jdbc.sql("insert into category (code, name, parent, path) values (:code, :name, :parent, :path)")
                .param("code", category.code())
                .param("name", category.name())
                .param("parent", category.parent())
                .param("path", category.path())
                .update();
    }

    private void change(Category before, Category after, Optional<Category> above) {
        if (above.isPresent() && above.get().isAtOrBelow(before)) {
            throw new ShopException(
                    CatalogueError.CATEGORY_CYCLE,
                    "Cannot move " + after.code() + " below " + after.parent() + ", which lies below it",
                    Map.of("category", after.code()));
        }
        jdbc.sql("update category set name = :name, parent = :parent where code = :code")
                .param("name", after.name())
                .param("parent", after.parent())
                .param("code", after.code())
                .update();
        if (before.path().equals(after.path())) {
            return;
        }
        below(before.path())
                .forEach(category -> refuseDepth(
                        after.path() + category.path().substring(before.path().length())));
        jdbc.sql("""
                update category set path = concat(:to, substring(path, char_length(:from) + 1))
                where path like concat(:from, '%')
                """).param("from", before.path()).param("to", after.path()).update();
    }

    private void announce(List<Category> changed) {
        Instant now = clock.instant();
        outbox.append(changed.stream()
                .map(category -> OutboxMessage.of(
                        EventType.CATEGORY_CHANGED,
                        Topic.REFERENCE,
                        category.code(),
                        now,
                        new CategoryChanged(category.code(), category.name(), category.parent(), category.path())))
                .toList());
    }

    private static void refuseDepth(String path) {
        if (Category.isTooDeep(path)) {
            throw new ShopException(
                    CatalogueError.CATEGORY_TOO_DEEP, "Cannot place " + path + ": over 10 levels of categories");
        }
    }
}
