package io.storehouse.shop.replica;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** The one place where reads are split from writes; without a replica's address none of it is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("storehouse.replica.url")
class ReadWriteSplit {
    @Bean
    Replica replica(
            ReplicaSettings settings,
            JdbcConnectionDetails primary,
            @Value("${storehouse.reconciliation.incarnation:1}") int incarnation) {
        Question ofPrimary = new Question(
                primary.getJdbcUrl(),
                Objects.requireNonNull(primary.getUsername(), "spring.datasource.username"),
                Objects.requireNonNull(primary.getPassword(), "spring.datasource.password"),
                "select @@global.gtid_binlog_pos");
        Question ofReplica = new Question(
                Objects.requireNonNull(settings.url()),
                settings.username(),
                settings.password(),
                "select @@global.gtid_slave_pos");
        return new Replica(settings, incarnation, new Watch(ofPrimary, ofReplica, settings.askEvery()));
    }

    @Bean
    static BeanPostProcessor splitDataSource(ObjectProvider<Replica> replica) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? SplitDataSource.of(pool, replica.getObject()) : bean;
            }
        };
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new PrimaryTransactions(dataSource);
    }

    @Bean
    FilterRegistrationBean<RouteFilter> routes(Replica replica, DataSource dataSource) {
        FilterRegistrationBean<RouteFilter> registration =
                new FilterRegistrationBean<>(new RouteFilter(replica, dataSource));
        registration.setOrder(RouteFilter.ORDER);
        return registration;
    }

    /** Exports are written by an interceptor, so one before it sends them on their way. */
    @Bean
    WebMvcConfigurer routedExports(Replica replica) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(RoutedHandlers.before(replica))
                        .addPathPatterns("/api/v1/exports/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    WebMvcRegistrations routedHandlers(Replica replica) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new RoutedHandlers(replica);
            }
        };
    }
}
