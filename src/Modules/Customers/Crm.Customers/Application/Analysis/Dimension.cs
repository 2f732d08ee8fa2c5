using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.Customers.Application.Analysis;

/// <summary>By what customers are told apart in an analysis or put into strata.</summary>
internal abstract class Dimension(string key, Phrase name, string field)
{
    /// <summary>In queries.</summary>
    public string Key { get; } = key;

    /// <summary>In front of people.</summary>
    public Phrase Name { get; } = name;

    /// <summary>As masks name what it shows.</summary>
    public string Field { get; } = field;

    /// <summary>Says something about persons: groups of few are not shown to everybody.</summary>
    public bool IsPersonal { get; protected set; }

    /// <summary>A customer may belong to several of its groups, or its values are words: it makes no strata.</summary>
    public bool IsLoose { get; protected init; }

    public Dimension AsPersonal()
    {
        IsPersonal = true;
        return this;
    }

    /// <summary>Every customer with each of its values; one that has none has a null.</summary>
    public abstract Task<List<(CustomerId Id, string? Value)>> Read(IQueryable<Customer> customers, CancellationToken ct);

    public static Dimension Of<TValue>(string key, Phrase name, string field, Expression<Func<Customer, TValue>> value, Func<TValue, string?> text) =>
        new Single<TValue>(key, name, field, value, text);

    private sealed class Single<TValue>(string key, Phrase name, string field, Expression<Func<Customer, TValue>> value, Func<TValue, string?> text) : Dimension(key, name, field)
    {
        private readonly Expression<Func<Customer, Labelled<TValue>>> _select = Selecting(value);

        public override async Task<List<(CustomerId Id, string? Value)>> Read(IQueryable<Customer> customers, CancellationToken ct)
        {
            var read = new List<(CustomerId Id, string? Value)>();
            await foreach (var row in customers.AsNoTracking().Select(_select).AsAsyncEnumerable().WithCancellation(ct)) read.Add((row.Id, text(row.Value)));
            return read;
        }
    }

    private static Expression<Func<Customer, Labelled<TValue>>> Selecting<TValue>(Expression<Func<Customer, TValue>> value)
    {
        Expression<Func<Customer, CustomerId>> id = c => c.Id;
        var row = value.Parameters[0];
        var bindings = new[]
        {
            Expression.Bind(typeof(Labelled<TValue>).GetProperty(nameof(Labelled<>.Id))!, ReplacingExpressionVisitor.Replace(id.Parameters[0], row, id.Body)),
            Expression.Bind(typeof(Labelled<TValue>).GetProperty(nameof(Labelled<>.Value))!, value.Body),
        };
        return Expression.Lambda<Func<Customer, Labelled<TValue>>>(Expression.MemberInit(Expression.New(typeof(Labelled<TValue>)), bindings), row);
    }

    private sealed class Labelled<TValue>
    {
        public CustomerId Id { get; init; }

        public TValue Value { get; init; } = default!;
    }

    /// <summary>Of an enum, as everywhere in the API.</summary>
    public static string? NameOf<TEnum>(TEnum? member)
        where TEnum : struct, Enum => member is { } known ? Enums.Name(known) : null;
}
