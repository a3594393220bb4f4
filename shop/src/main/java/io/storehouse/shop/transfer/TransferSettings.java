package io.storehouse.shop.transfer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files of rows are taken.
 *
 * @param batch rows in one transaction
 * @param maxSize of a file
 * @param maxUnpacked of each part of an XLSX file
 * @param maxTexts of the memory for the texts that the cells of an XLSX file share
 * @param maxRows of a file
 * @param maxProblems kept of a file; more are only counted
 */
@Validated
@ConfigurationProperties("storehouse.transfer")
record TransferSettings(
        @DefaultValue("1000") @Min(1) @Max(5000) int batch,
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("2GB") DataSize maxUnpacked,
        @DefaultValue("64MB") DataSize maxTexts,
        @DefaultValue("2000000") @Min(1) int maxRows,
        @DefaultValue("100000") @Min(1) int maxProblems) {}
