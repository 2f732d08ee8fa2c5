using System.Collections.Frozen;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>What guards and required fields may name beside what the process itself writes down.</summary>
internal static class KnownFields
{
    public const string Data = "data.";
    public const string Event = "event.";
    public const string Amount = "event.amount";
    public const string BalanceAfter = "event.balanceAfter";
    public const string IsComplete = "event.isComplete";

    private static readonly FrozenDictionary<string, (FieldKind Kind, Phrase Names, Func<Customer, object?>? Of)> All =
        new Dictionary<string, (FieldKind, Phrase, Func<Customer, object?>?)>
        {
            ["customer.kind"] = (FieldKind.Text, new("kind of customer", "客户类型"), c => Camel(c.Kind)),
            ["customer.lifecycle"] = (FieldKind.Text, new("lifecycle of the customer", "客户生命周期"), c => Camel(c.Lifecycle)),
            ["customer.industry"] = (FieldKind.Text, new("industry of the customer", "客户行业"), c => c.Industry),
            ["customer.size"] = (FieldKind.Text, new("size of the customer", "客户规模"), c => c.Size is { } size ? Camel(size) : null),
            ["customer.source"] = (FieldKind.Text, new("source of the customer", "客户来源"), c => c.Source),
            ["customer.channel"] = (FieldKind.Text, new("channel of the customer", "客户渠道"), c => c.Channel),
            ["customer.country"] = (FieldKind.Text, new("country of the customer", "客户所在国家"), c => c.Country),
            ["customer.tags"] = (FieldKind.Texts, new("tags of the customer", "客户标签"), c => c.Tags.Count == 0 ? null : c.Tags),
            ["customer.isBlocked"] = (FieldKind.YesNo, new("customer is blocked", "客户已冻结"), c => c.IsBlocked),
            ["customer.needs"] = (FieldKind.Text, new("needs of the customer", "客户需求"), c => c.Needs),
            [Amount] = (FieldKind.Number, new("amount told by sales", "销售金额"), null),
            [BalanceAfter] = (FieldKind.Number, new("what the order still owes", "订单未付余额"), null),
            [IsComplete] = (FieldKind.YesNo, new("nothing of the order is left to come", "订单已全部完成"), null),
        }.ToFrozenDictionary();

    /// <returns>Null where nobody knows it.</returns>
    public static (FieldKind Kind, Phrase Names)? Find(ProcessGraph graph, string field)
    {
        if (All.TryGetValue(field, out var known)) return (known.Kind, known.Names);
        if (!field.StartsWith(Data, StringComparison.Ordinal)) return null;
        var own = graph.Fields.FirstOrDefault(f => f.Key == field[Data.Length..]);
        return own is null ? null : (own.Kind, own.Names);
    }

    public static Phrase NameOf(ProcessGraph graph, string field) => Find(graph, field)?.Names ?? new Phrase(field, field);

    public static object? Of(Customer customer, string field) => All.TryGetValue(field, out var known) ? known.Of?.Invoke(customer) : null;

    private static string Camel(Enum member)
    {
        var name = member.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
