package io.storehouse.shop.importing;

import io.storehouse.shop.documents.Transactions;

/**
 * What a run needs at its stations.
 *
 * @param batch documents posted in one transaction
 */
record ImportStations(
        ImportJobs jobs,
        ImportFiles files,
        Staging staging,
        StagedDocuments documents,
        Rejections rejections,
        Opening opening,
        DocumentPoster poster,
        Transactions transactions,
        int batch) {}
