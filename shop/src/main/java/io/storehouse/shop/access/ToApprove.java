package io.storehouse.shop.access;

/**
 * What is to be approved.
 *
 * @param permission which the approver must have
 * @param store where, which the approver's scope must include
 * @param subject a document's id; at most 64 characters
 */
public record ToApprove(Permission permission, String store, String subject) {}
