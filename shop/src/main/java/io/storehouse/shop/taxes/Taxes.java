package io.storehouse.shop.taxes;

import io.storehouse.shop.catalogue.TaxRates;
import io.storehouse.shop.catalogue.TaxSchedule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out taxes. */
@Component
public class Taxes {
    private final TaxRates rates;

    Taxes(TaxRates rates) {
        this.rates = rates;
    }

    /** The taxes of the documents, in their order; with one statement, or none where no line has a tax class. */
    public List<Taxed> of(List<Taxable> documents) {
        Set<String> classes = documents.stream()
                .flatMap(document -> document.lines().stream())
                .map(Taxable.Line::taxClass)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        TaxSchedule schedule = rates.of(classes);
        return documents.stream()
                .map(document -> Calculation.of(document, schedule))
                .toList();
    }
}
