#pragma once

#include <QLatin1String>

namespace evertill::sandbox {

/// What the feed carries. The numbers are stored.
enum class Entity { Tax, Product, Stock, Order, Receipt, Task, Promotion, PriceList, ExchangeRate };

[[nodiscard]] constexpr QLatin1String entityName(Entity entity)
{
    switch (entity) {
    case Entity::Tax:
        return QLatin1String("tax");
    case Entity::Product:
        return QLatin1String("product");
    case Entity::Stock:
        return QLatin1String("stock");
    case Entity::Order:
        return QLatin1String("order");
    case Entity::Receipt:
        return QLatin1String("receipt");
    case Entity::Task:
        return QLatin1String("task");
    case Entity::Promotion:
        return QLatin1String("promotion");
    case Entity::PriceList:
        return QLatin1String("price_list");
    case Entity::ExchangeRate:
        return QLatin1String("exchange_rate");
    }
    return {};
}

/// Whether a till's own events count on rows of this entity, so that they carry `through`.
[[nodiscard]] constexpr bool carriesThrough(Entity entity)
{
    return entity != Entity::Tax && entity != Entity::Product && entity != Entity::PriceList
        && entity != Entity::ExchangeRate;
}

} // namespace evertill::sandbox
