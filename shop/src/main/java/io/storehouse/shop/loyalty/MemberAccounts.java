package io.storehouse.shop.loyalty;

import io.storehouse.shop.customers.Customer;
import io.storehouse.shop.customers.Customers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Accounts by any code of their member, locked. */
@Component
class MemberAccounts {
    /** That other transactions finish while this one waits for an account; each makes it look again. */
    private static final int MOST_MERGES = 20;

    private final AccountTable accounts;
    private final Customers customers;

    MemberAccounts(AccountTable accounts, Customers customers) {
        this.accounts = accounts;
        this.customers = customers;
    }

    /**
     * Locks the accounts of the codes, opened where they were not. A code that is merged in this moment leads to who that is
     * after it. Codes that are not known, or of people who asked to be forgotten, have none.
     *
     * @param codes with the date since which one who has no account is a member
     * @return by the codes
     */
    Map<String, Account> lock(Map<String, LocalDate> codes) {
        return lock(codes, person -> !person.erased());
    }

    /** The same, also of people who asked to be forgotten: what they gave back counts. */
    Map<String, Account> lockAny(Map<String, LocalDate> codes) {
        return lock(codes, person -> true);
    }

    private Map<String, Account> lock(Map<String, LocalDate> codes, Predicate<Customer> wanted) {
        Map<String, Account> locked = new HashMap<>();
        Map<String, LocalDate> open = new TreeMap<>(codes);
        for (int round = 0; !open.isEmpty(); round++) {
            if (round > MOST_MERGES) {
                throw new IllegalStateException("Failed to find who has the accounts of " + open.keySet());
            }
            Map<String, Customer> people = customers.find(open.keySet());
            open.keySet()
                    .removeIf(code ->
                            !people.containsKey(code) || !wanted.test(Objects.requireNonNull(people.get(code))));
            Map<String, Account> found = lockCurrent(open, people);
            Set<String> done = new HashSet<>();
            open.keySet().forEach(code -> {
                Account account = Objects.requireNonNull(
                        found.get(Objects.requireNonNull(people.get(code)).current()));
                if (!account.closed()) {
                    locked.put(code, account);
                    done.add(code);
                }
            });
            open.keySet().removeAll(done);
        }
        return locked;
    }

    private Map<String, Account> lockCurrent(Map<String, LocalDate> codes, Map<String, Customer> people) {
        TreeMap<String, LocalDate> current = new TreeMap<>();
        codes.forEach((code, since) -> current.merge(
                Objects.requireNonNull(people.get(code)).current(),
                since,
                (one, other) -> one.isBefore(other) ? one : other));
        Map<String, Account> found = accounts.lock(current.keySet());
        TreeMap<String, LocalDate> missing = current.entrySet().stream()
                .filter(member -> !found.containsKey(member.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        if (!missing.isEmpty()) {
            accounts.open(missing);
            found.putAll(accounts.lock(missing.keySet()));
        }
        return found;
    }
}
