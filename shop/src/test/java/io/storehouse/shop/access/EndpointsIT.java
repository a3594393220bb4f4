package io.storehouse.shop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.access.Caller.Role;
import io.storehouse.shop.access.Endpoint.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint of the running shop × every role × own and foreign store. */
@ShopTest
class EndpointsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Collection<RequestMappingInfoHandlerMapping> mappings;

    private final Map<Role, ShopHttp> scoped = new EnumMap<>(Role.class);
    private ShopHttp service;
    private People people;
    private String own;
    private String foreign;

    @BeforeEach
    void openStoresAndHire() {
        service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        people = new People(port);
        own = "Own " + UUID.randomUUID();
        foreign = "Foreign " + UUID.randomUUID();
        service.store(own);
        service.store(foreign);
        service.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        for (Role role : Role.values()) {
            if (role.isOfStaff() && role != Role.OWNER) {
                scoped.put(role, people.signIn(people.hire(role.code(), own)));
            }
        }
        String token = service.post("/api/v1/tills", Map.of("store", own, "code", Samples.TILL))
                .body()
                .path("token")
                .asString();
        scoped.put(Role.TILL, new ShopHttp(port, token));
    }

    @Test
    void namesEveryEndpointAndNoOther() {
        Set<String> named = Endpoints.ALL.stream()
                .map(endpoint -> name(endpoint.method(), endpoint.pattern()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(handlers().keySet()))
                .as("each endpoint needs its line in Endpoints")
                .isEqualTo(named);
    }

    @Test
    void refusesRolesThatLackThePermission() {
        int refused = 0;
        for (Endpoint endpoint : guarded()) {
            for (Map.Entry<Role, ShopHttp> caller : callers().entrySet()) {
                boolean narrow = endpoint.reach() == Reach.EVERY_STORE && scoped.containsKey(caller.getKey());
                if (endpoint.permission().isOf(caller.getKey()) && !narrow) {
                    continue;
                }
                ShopHttp.Answer answer = sample(endpoint, own).send(caller.getValue());
                assertThat(answer.status()).as(what(endpoint, caller.getKey())).isEqualTo(403);
                assertProblem(answer, what(endpoint, caller.getKey()));
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void refusesAForeignStoreToThosePermittedInTheirOwn() {
        int refused = 0;
        for (Endpoint endpoint : guarded()) {
            if (endpoint.reach() != Reach.STORE && endpoint.reach() != Reach.DOCUMENT && !isListOfAStore(endpoint)) {
                continue;
            }
            Sample sample = sample(endpoint, foreign);
            for (Map.Entry<Role, ShopHttp> caller : scoped.entrySet()) {
                if (endpoint.permission().isOf(caller.getKey())) {
                    ShopHttp.Answer answer = sample.send(caller.getValue());
                    assertThat(answer.status())
                            .as(
                                    "%s: %s",
                                    what(endpoint, caller.getKey()),
                                    answer.raw().body())
                            .isIn(403, 404);
                    assertProblem(answer, what(endpoint, caller.getKey()));
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void listsNothingOfAForeignStore() {
        new StoreDocuments(service, jdbc).order(foreign);
        new StoreDocuments(service, jdbc).order(own);
        new StoreDocuments(service, jdbc).takeback(foreign);
        new StoreDocuments(service, jdbc).takeback(own);
        String stranger = people.hire("cashier", foreign);
        for (Endpoint endpoint : guarded()) {
            if (endpoint.reach() != Reach.LIST) {
                continue;
            }
            for (Map.Entry<Role, ShopHttp> caller : callers().entrySet()) {
                if (!endpoint.permission().isOf(caller.getKey())) {
                    continue;
                }
                ShopHttp.Answer answer = caller.getValue().get(endpoint.pattern() + "?limit=1000");
                assertThat(answer.status()).as(what(endpoint, caller.getKey())).isEqualTo(200);
                if (scoped.containsKey(caller.getKey())) {
                    assertThat(answer.raw().body())
                            .as(what(endpoint, caller.getKey()))
                            .doesNotContain(foreign)
                            .doesNotContain(stranger);
                }
            }
        }
        assertThat(people.owner().get("/api/v1/orders?limit=1000").raw().body()).contains(own, foreign);
        assertThat(people.owner().get("/api/v1/returns?limit=1000").raw().body())
                .contains(own, foreign);
        assertThat(Objects.requireNonNull(scoped.get(Role.STORE_MANAGER))
                        .get("/api/v1/orders")
                        .raw()
                        .body())
                .contains(own);
    }

    @Test
    void answersWhatIsPermitted() {
        for (Endpoint endpoint : guarded()) {
            Sample sample = sample(endpoint, own);
            boolean write = sample.body() != null && endpoint.reach() != Reach.STORE;
            if (write || name(endpoint.method(), endpoint.pattern()).startsWith("DELETE") || isStream(endpoint)) {
                continue;
            }
            for (Map.Entry<Role, ShopHttp> caller : callers().entrySet()) {
                boolean narrow = endpoint.reach() == Reach.EVERY_STORE && scoped.containsKey(caller.getKey());
                if (endpoint.permission().isOf(caller.getKey()) && !narrow) {
                    ShopHttp.Answer answer = sample.send(caller.getValue());
                    assertThat(answer.status())
                            .as(what(endpoint, caller.getKey()))
                            .isLessThan(500)
                            .isNotEqualTo(401);
                    // a cashier may sell, and the sample has a price of its own
                    assertThat(answer.status() == 403 ? answer.code() : "")
                            .as(what(endpoint, caller.getKey()))
                            .isIn("", "price-override-forbidden");
                }
            }
        }
    }

    @Test
    void refusesEverythingToNobody() {
        ShopHttp nobody = new ShopHttp(port, null);
        for (Endpoint endpoint : guarded()) {
            ShopHttp.Answer answer = sample(endpoint, own).send(nobody);
            assertThat(answer.status()).as(endpoint.pattern()).isEqualTo(401);
            assertProblem(answer, endpoint.pattern());
        }
    }

    @Test
    void keepsWhatNoLineNamesFromPeople() {
        scoped.forEach((role, caller) -> {
            assertThat(caller.get("/api/v1/nothing").status()).as(role.code()).isEqualTo(403);
            assertThat(caller.get("/actuator/env").status()).as(role.code()).isEqualTo(403);
        });
        assertThat(service.get("/api/v1/nothing").status()).isEqualTo(404);
    }

    private record Sample(
            String method, String path, @Nullable Object body) {
        ShopHttp.Answer send(ShopHttp caller) {
            return caller.send(method, path, body);
        }
    }

    private Sample sample(Endpoint endpoint, String store) {
        HandlerMethod handler = handler(endpoint);
        Samples samples = new Samples(store);
        String path = samples.path(endpoint.pattern(), handler);
        if (endpoint.reach() == Reach.DOCUMENT) {
            path = endpoint.pattern().startsWith("/api/v1/staff/")
                    ? "/api/v1/staff/" + people.hire("cashier", store)
                    : new StoreDocuments(service, jdbc).path(endpoint.pattern(), store);
        }
        return new Sample(String.valueOf(endpoint.method()), path + samples.query(handler), samples.body(handler));
    }

    private Map<Role, ShopHttp> callers() {
        Map<Role, ShopHttp> all = new EnumMap<>(scoped);
        all.put(Role.OWNER, people.owner());
        all.put(Role.SERVICE, service);
        return all;
    }

    private List<Endpoint> guarded() {
        return Endpoints.ALL.stream()
                .filter(endpoint -> endpoint.permission() != Permission.COME_IN)
                .toList();
    }

    private boolean isListOfAStore(Endpoint endpoint) {
        return endpoint.reach() == Reach.LIST
                && new Samples(foreign).query(handler(endpoint)).contains("store=");
    }

    private HandlerMethod handler(Endpoint endpoint) {
        return Objects.requireNonNull(
                handlers().get(name(endpoint.method(), endpoint.pattern())), endpoint.pattern() + " is not there");
    }

    private boolean isStream(Endpoint endpoint) {
        return infos().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().contains(endpoint.pattern()))
                .flatMap(entry -> entry.getKey().getProducesCondition().getProducibleMediaTypes().stream())
                .anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
    }

    private Map<RequestMappingInfo, HandlerMethod> infos() {
        Map<RequestMappingInfo, HandlerMethod> all = new HashMap<>();
        mappings.forEach(mapping -> all.putAll(mapping.getHandlerMethods()));
        return all;
    }

    private Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> handlers = new HashMap<>();
        infos().forEach((info, handler) -> {
            List<String> methods = new ArrayList<>();
            info.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .forEach(methods::add);
            for (String pattern : info.getPatternValues()) {
                (methods.isEmpty() ? List.of("null") : methods)
                        .forEach(method -> handlers.put(name(method, pattern), handler));
            }
        });
        return handlers;
    }

    private static String name(@Nullable Object method, String pattern) {
        return method + " " + pattern;
    }

    private static String what(Endpoint endpoint, Role role) {
        return name(endpoint.method(), endpoint.pattern()) + " as " + role;
    }

    private static void assertProblem(ShopHttp.Answer answer, String what) {
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                .as(what)
                .startsWith("application/problem+json");
        assertThat(answer.code()).as(what).isNotEmpty();
    }
}
