using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.BuildingBlocks.Hosting.Persistence;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, FromGuid())
    where TId : struct, ITypedId
{
    private static Expression<Func<Guid, TId>> FromGuid()
    {
        var value = Expression.Parameter(typeof(Guid), "value");
        var constructor = typeof(TId).GetConstructor([typeof(Guid)])
            ?? throw new InvalidOperationException($"{typeof(TId).Name} needs a constructor that takes its Guid.");
        return Expression.Lambda<Func<Guid, TId>>(Expression.New(constructor, value), value);
    }
}

/// <summary>Every instant is stored in UTC; PostgreSQL refuses anything else.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

/// <summary>SQLite cannot compare its text form of an instant; ticks in UTC compare and sort.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>
/// SQLite keeps decimals as text, which no index can compare. Amounts are therefore integers there, scaled by a fixed power of ten;
/// a value with more decimals is rounded half away from zero, one that does not fit throws.
/// </summary>
internal abstract class ScaledConverter(decimal scale) : ValueConverter<decimal, long>(
    value => checked((long)decimal.Round(value * scale, 0, MidpointRounding.AwayFromZero)),
    stored => stored / scale);

/// <summary>decimal(19,4) of the servers as an integer of ten-thousandths.</summary>
internal sealed class AmountConverter() : ScaledConverter(10_000m);

/// <summary>decimal(28,8) of the servers as an integer of hundred-millionths: up to 92 thousand million.</summary>
internal sealed class ExactConverter() : ScaledConverter(100_000_000m);
