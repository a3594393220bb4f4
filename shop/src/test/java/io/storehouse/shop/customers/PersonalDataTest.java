package io.storehouse.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.stores.StoreScope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PersonalDataTest {
    private static final PersonalData DATA =
            new PersonalData("王小明", "+8613812345678", "ada@x.com", LocalDate.of(1990, 2, 3));

    @ParameterizedTest
    @CsvSource({
        "+8613812345678,138****5678",
        "+442079460958,20****0958",
        "+4723456789,23****89",
        "+3727123456,7****56",
        "+29021234,****4"
    })
    void hidesAtLeastFourDigits(String phone, String mask) {
        assertThat(Masks.phone(phone)).isEqualTo(mask);
    }

    @Test
    void showsTheOwnerEverythingAndTheTillAMask() {
        assertThat(DATA.visibleTo(new Caller("owner", Caller.Role.OWNER, StoreScope.everywhere()))
                        .phone())
                .isEqualTo("+8613812345678");
        PersonalData.Shown masked = DATA.visibleTo(new Caller("T1", Caller.Role.TILL, StoreScope.of(List.of("S"))));
        assertThat(masked.name()).isEqualTo("王**");
        assertThat(masked.email()).isEqualTo("a***@x.com");
        assertThat(masked.birthday()).isEqualTo("****-**-**");
        assertThat(masked.masked()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Caller.Role.class,
            names = {"CASHIER", "BUYER", "ANALYST"})
    void masksForThoseWhoNeedNotKnow(Caller.Role role) {
        assertThat(DATA.visibleTo(new Caller("someone", role, StoreScope.everywhere()))
                        .masked())
                .isTrue();
    }

    @Test
    void saysNothingOfAPersonInLogs() {
        assertThat(DATA.toString() + DATA.visibleTo(new Caller("owner", Caller.Role.OWNER, StoreScope.everywhere())))
                .doesNotContain("王", "138", "ada", "1990");
    }

    @Test
    void comparesNamesAndAddressesByTheirKeys() {
        assertThat(PersonalData.nameKey(" Ｚoë ")).isEqualTo("zoë");
        assertThat(PersonalData.emailKey(" Ada@X.com ")).isEqualTo("ada@x.com");
    }
}
