package io.storehouse.shop.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How people may be written to. Whoever asks keeps nothing of it but a mask. */
@Component
public class Contacts {
    private final CustomerTable customers;
    private final PersonalTable personal;
    private final ConsentTable consents;

    Contacts(CustomerTable customers, PersonalTable personal, ConsentTable consents) {
        this.customers = customers;
        this.personal = personal;
        this.consents = consents;
    }

    /**
     * The contacts of the people of these codes, by code as asked, after all merges, in three statements. Who is not known, asked
     * to be forgotten or left no data is missing.
     */
    public Map<String, Contact> find(Collection<String> codes) {
        Map<String, Customer> people = customers.find(codes);
        Set<String> current = people.values().stream()
                .filter(person -> !person.erased())
                .map(Customer::current)
                .collect(Collectors.toSet());
        if (current.isEmpty()) {
            return Map.of();
        }
        Map<String, PersonalData> data = personal.find(current);
        Map<String, List<String>> granted = consents.granted(current);
        Map<String, Contact> contacts = new HashMap<>();
        people.forEach((code, person) -> {
            PersonalData of = data.get(person.current());
            if (of != null) {
                contacts.put(
                        code,
                        new Contact(
                                person.current(),
                                of.phone(),
                                of.email(),
                                Set.copyOf(granted.getOrDefault(person.current(), List.of()))));
            }
        });
        return contacts;
    }
}
