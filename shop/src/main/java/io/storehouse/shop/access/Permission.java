package io.storehouse.shop.access;

import static io.storehouse.shop.access.Caller.Role.ANALYST;
import static io.storehouse.shop.access.Caller.Role.BUYER;
import static io.storehouse.shop.access.Caller.Role.CASHIER;
import static io.storehouse.shop.access.Caller.Role.OWNER;
import static io.storehouse.shop.access.Caller.Role.SERVICE;
import static io.storehouse.shop.access.Caller.Role.STORE_MANAGER;
import static io.storehouse.shop.access.Caller.Role.TILL;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may be done, each with the roles that may do it: the one matrix of the shop. In which stores is the caller's scope. */
public enum Permission {
    /** Also for who is not known. */
    COME_IN(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    /** Ask who one is, log out. */
    OWN_SESSION(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    /** What no line of {@link Endpoints} names, and the description of the API. */
    OPERATE(OWNER, SERVICE),

    READ_STORES(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    DEFINE_STORES(OWNER, SERVICE),
    READ_PRODUCTS(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    DEFINE_PRODUCTS(OWNER, SERVICE, BUYER),
    READ_CUSTOMERS(OWNER, SERVICE, STORE_MANAGER, CASHIER),
    DEFINE_CUSTOMERS(OWNER, SERVICE, STORE_MANAGER, CASHIER),

    SELL(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER),
    TAKE_BACK(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER),
    READ_ORDERS(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, ANALYST),
    /** Of the caller's stores. */
    READ_SUMMARY(OWNER, SERVICE, STORE_MANAGER, ANALYST),
    READ_STOCK(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    RECEIVE_STOCK(OWNER, SERVICE, STORE_MANAGER, BUYER),
    ADJUST_STOCK(OWNER, SERVICE, TILL, STORE_MANAGER),

    /** By PIN: a return without receipt, or at more than it was sold for. */
    APPROVE_RETURN(OWNER, SERVICE, STORE_MANAGER),
    /** By PIN: an order is undone within its shift. */
    APPROVE_VOID(OWNER, SERVICE, STORE_MANAGER),
    /** Without a PIN, by calling. */
    APPROVE_BY_CALLING(OWNER, SERVICE),

    /** Prices, codes and pictures, as a till shows them. */
    READ_PRICES(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    /** Those of a store; the chain's only for callers of all stores. */
    DEFINE_PRICES(OWNER, SERVICE, STORE_MANAGER, BUYER),
    /** By hand, in a cart or an order that the shop prices. */
    OVERRIDE_PRICES(OWNER, SERVICE, STORE_MANAGER),
    DEFINE_TAXES(OWNER, SERVICE),
    READ_PROMOTIONS(OWNER, SERVICE, STORE_MANAGER, BUYER, ANALYST),
    DEFINE_PROMOTIONS(OWNER, SERVICE, BUYER),
    /** In a store, whose stock they take. */
    DEFINE_FLASH_SALES(OWNER, SERVICE, STORE_MANAGER, BUYER),
    READ_GIFT_CARDS(OWNER, SERVICE, STORE_MANAGER),
    ISSUE_GIFT_CARDS(OWNER, SERVICE, STORE_MANAGER),

    FIND_CUSTOMERS(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER),
    MERGE_CUSTOMERS(OWNER, SERVICE, STORE_MANAGER),
    ERASE_CUSTOMERS(OWNER, SERVICE),
    TRANSFER_CUSTOMERS(OWNER, SERVICE),
    /** Openings, counts and corrections from a file; rows of another's store are refused one by one. */
    TRANSFER_STOCK(OWNER, SERVICE, STORE_MANAGER, BUYER),
    /** What became of a file: his own, or any for who has every store. */
    READ_TRANSFERS(OWNER, SERVICE, STORE_MANAGER, BUYER),
    KEEP_LOYALTY(OWNER, SERVICE),

    /** Registers, shifts, drawers and held sales. */
    DEFINE_REGISTERS(OWNER, SERVICE, STORE_MANAGER),
    KEEP_DRAWER(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER),

    RESERVE_STOCK(OWNER, SERVICE, TILL, STORE_MANAGER, CASHIER),
    /** Transfers and counts. */
    MOVE_STOCK(OWNER, SERVICE, STORE_MANAGER),
    COUNT_STOCK(OWNER, SERVICE, STORE_MANAGER, CASHIER),
    /** With what it cost. */
    READ_STOCK_VALUE(OWNER, SERVICE, STORE_MANAGER, BUYER, ANALYST),
    PLAN_STOCK(OWNER, SERVICE, STORE_MANAGER, BUYER),
    CLOSE_PERIODS(OWNER, SERVICE),
    PROVE_STOCK(OWNER, SERVICE),
    PURCHASE(OWNER, SERVICE, STORE_MANAGER, BUYER),
    APPROVE_PURCHASES(OWNER, SERVICE, STORE_MANAGER),

    /** What was written to customers of a store's sales; recipients are masked. */
    READ_NOTIFICATIONS(OWNER, SERVICE, STORE_MANAGER),
    /** Those that could not be delivered. */
    RESEND_NOTIFICATIONS(OWNER, SERVICE, STORE_MANAGER),

    READ_METRICS(OWNER, SERVICE, STORE_MANAGER, CASHIER, BUYER, ANALYST),
    /** Figures of the whole chain. */
    READ_LIVE(OWNER, SERVICE, STORE_MANAGER, ANALYST),
    /** Files hold rows of any store. */
    IMPORT(OWNER, SERVICE),
    READ_IMPORTS(OWNER, SERVICE, ANALYST),
    RECONCILE(OWNER, SERVICE),
    READ_RECONCILIATION(OWNER, SERVICE, ANALYST),

    ISSUE_TILL_TOKENS(OWNER, SERVICE, STORE_MANAGER),
    READ_STAFF(OWNER, STORE_MANAGER),
    MANAGE_STAFF(OWNER),
    READ_AUDIT(OWNER, STORE_MANAGER);

    private final Set<Caller.Role> roles;

    Permission(Caller.Role... roles) {
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    /** Whether the role has it. */
    public boolean isOf(Caller.Role role) {
        return roles.contains(role);
    }
}
