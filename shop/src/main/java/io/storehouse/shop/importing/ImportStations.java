package io.storehouse.shop.importing;

import io.storehouse.shop.documents.Transactions;
import org.springframework.stereotype.Component;

/** What a run needs at its stations. */
@Component
record ImportStations(
        ImportJobs jobs,
        ImportFiles files,
        Staging staging,
        StagedDocuments documents,
        RecordedDocuments recorded,
        Rejections rejections,
        Opening opening,
        DocumentPoster poster,
        Transactions transactions,
        ImportSettings settings) {}
