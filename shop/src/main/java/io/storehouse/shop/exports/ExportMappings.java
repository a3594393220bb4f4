package io.storehouse.shop.exports;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Gives each list a second path, on which {@link ListExports} stands before its controller. */
@Configuration(proxyBeanMethods = false)
class ExportMappings {
    /** Made when the first export is asked for: the adapter comes to be after the interceptors. */
    @Bean
    WebMvcConfigurer listExports(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            JsonMapper json,
            ObjectProvider<ExportRecords> records) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Late(adapter, json, records)).addPathPatterns("/api/v1/exports/**");
            }
        };
    }

    @Bean
    SmartInitializingSingleton exportPaths(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        return () -> ExportedLists.ALL.forEach(list -> register(list, mappings));
    }

    private static void register(ExportedList list, RequestMappingHandlerMapping mappings) {
        HandlerMethod method = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().contains(list.path())
                        && entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no list " + list.path()));
        RequestMappingInfo export = RequestMappingInfo.paths(list.exportPath())
                .methods(RequestMethod.GET)
                .options(mappings.getBuilderConfiguration())
                .build();
        mappings.registerMapping(export, method.getBean(), method.getMethod());
    }

    private record Late(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            JsonMapper json,
            ObjectProvider<ExportRecords> records)
            implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                Object handler)
                throws Exception {
            return new ListExports(adapter.getObject(), json, records.getObject())
                    .preHandle(request, response, handler);
        }
    }
}
