package io.storehouse.shop.audit;

/** Who makes the running request, known to those who know the caller. */
public interface CurrentActor {
    /** The caller; {@link Actor#SHOP} outside any request. */
    Actor actor();
}
