using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Rules that several validators of stock commands share.</summary>
internal static class StockInput
{
    public static readonly Phrase TooMany = new($"Give 1 to {Limits.MostLines} lines.", $"请填写 1 到 {Limits.MostLines} 行。");
    public static readonly Phrase TooManyItems = new($"A supplier has at most {Limits.MostSupplierItems} items.", $"一个供应商最多 {Limits.MostSupplierItems} 个供货项。");
    private static readonly Phrase Missing = new("Must be given.", "必填。");

    public static void AreStockLines<T>(this IRuleBuilder<T, IReadOnlyList<StockLine>> rule, int fewest = 1) => rule
        .NotNull()
        .Must(lines => lines is null || lines.Count is > 0 and <= Limits.MostLines).WithPhrase(TooMany)
        .ForEach(each => each.NotNull().WithPhrase(Missing).ChildRules(line =>
        {
            line.RuleFor(l => l.Sku).NotEmpty().MaximumLength(Columns.Sku);
            line.RuleFor(l => l.Quantity).InclusiveBetween(fewest, Limits.MostUnits);
        }));

    public static void IsWarehouseCode<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(Columns.Code);
}
