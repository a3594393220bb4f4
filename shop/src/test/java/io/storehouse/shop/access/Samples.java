package io.storehouse.shop.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.storehouse.shop.ShopHttp;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** Requests of the right form, made from the types that a controller takes; every store in them is the given one. */
final class Samples {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** The till that sends some of them, and may name no other register. */
    static final String TILL = "T1";

    private final String store;

    Samples(String store) {
        this.store = store;
    }

    String path(String pattern, HandlerMethod handler) {
        String path = pattern;
        for (MethodParameter parameter : parameters(handler)) {
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                String name = String.valueOf(parameter.getParameterName());
                boolean ofStore = isStore(name) || pattern.contains("/stores/{" + name + "}");
                Object value = ofStore ? store : value(parameter.getParameterType(), name);
                path = path.replace("{" + name + "}", ShopHttp.encode(String.valueOf(value)));
            }
        }
        return path;
    }

    /** What is required, and the store. */
    String query(HandlerMethod handler) {
        return parameters(handler).stream()
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> isRequired(parameter.getParameterAnnotation(RequestParam.class))
                        || isStore(String.valueOf(parameter.getParameterName())))
                .map(parameter -> parameter.getParameterName() + "="
                        + ShopHttp.encode(String.valueOf(
                                value(parameter.getParameterType(), String.valueOf(parameter.getParameterName())))))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    /** Null where the controller takes none. */
    @Nullable
    Object body(HandlerMethod handler) {
        return parameters(handler).stream()
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(parameter -> value(parameter.getParameterType(), ""))
                .findFirst()
                .orElse(null);
    }

    private static List<MethodParameter> parameters(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .peek(parameter -> parameter.initParameterNameDiscovery(NAMES))
                .toList();
    }

    private static boolean isRequired(@Nullable RequestParam parameter) {
        return parameter != null
                && parameter.required()
                && parameter.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    /** A store by any of its names; a transfer is made by the one that it leaves. */
    private static boolean isStore(String name) {
        return name.equals("source") || name.toLowerCase(Locale.ROOT).endsWith("store");
    }

    private Object value(Class<?> type, String name) {
        if (type == String.class) {
            return isStore(name) ? store : name.equals("register") ? TILL : "x1";
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-02T10:15:30Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        }
        if (type == BigDecimal.class) {
            return "1";
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        return Map.class.isAssignableFrom(type) ? Map.of() : 1;
    }

    private Map<String, Object> record(Class<?> type) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            if (isNullable(annotated) && !isStore(component.getName())) {
                continue;
            }
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            body.put(
                    property == null ? component.getName() : property.value(),
                    List.class.isAssignableFrom(component.getType())
                            ? List.of(value(element(component), isStore(component.getName()) ? "store" : ""))
                            : value(component.getType(), component.getName()));
        }
        return body;
    }

    private static boolean isNullable(AnnotatedElement annotated) {
        return annotated.isAnnotationPresent(Nullable.class);
    }

    private static Class<?> element(RecordComponent list) {
        AnnotatedType type =
                ((AnnotatedParameterizedType) list.getAnnotatedType()).getAnnotatedActualTypeArguments()[0];
        return type.getType() instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type.getType();
    }
}
