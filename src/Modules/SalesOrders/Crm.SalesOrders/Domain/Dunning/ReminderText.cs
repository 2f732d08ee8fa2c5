using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Dunning;

/// <summary>What the words of a reminder may name in braces.</summary>
internal static class ReminderText
{
    public static readonly IReadOnlyList<string> Names = ["customer", "invoice", "order", "issued", "due", "days", "open", "total", "fee", "company"];

    /// <summary>The first name in braces that stands for nothing; null when there is none.</summary>
    public static string? Unknown(string text) => NamedPlaces.FirstUnknown(text, Names);
}
