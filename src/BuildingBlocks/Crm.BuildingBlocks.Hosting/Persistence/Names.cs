using System.Collections.Concurrent;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>Names derived from names: <c>SalesOrder</c> to <c>sales-order</c>, <c>sales-orders</c> to <c>sales_orders</c>.</summary>
public static class Names
{
    private static readonly ConcurrentDictionary<Type, string> RecordTypes = new();

    /// <summary>Kebab-case name of an aggregate, as it appears in streams, audit entries and errors.</summary>
    public static string RecordType(Type aggregate) => RecordTypes.GetOrAdd(aggregate, static type => Kebab(type.Name));

    public static string Stream(AggregateRoot aggregate) => $"{RecordType(aggregate.GetType())}/{aggregate.Key}";

    public static string Schema(string module) => module.Replace('-', '_');

    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
