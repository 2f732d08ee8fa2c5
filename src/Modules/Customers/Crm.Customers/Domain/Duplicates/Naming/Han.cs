namespace Crm.Customers.Domain.Duplicates.Naming;

internal static class Han
{
    public static bool IsIn(string text) => text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff');
}
