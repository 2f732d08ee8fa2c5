using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Application.Analysis;

/// <summary>What administrators decide about figures of customers.</summary>
internal static class AnalysisSettings
{
    public const string FewestShown = "customers.fewest-shown";
    public const string DiscountPercent = "customers.discount-percent";
    public const string UsualRetentionPercent = "customers.usual-retention-percent";

    public static void Declare(IServiceCollection services)
    {
        services.AddSingleton(new SettingDefinition(FewestShown, SettingKind.Number, "5", new Phrase(
            "Groups by age, sex, tag or need with fewer customers are not shown to everybody", "按年龄、性别、标签或需求划分、客户数少于该值的分组不对所有人显示"))
        {
            Range = (1, 1000),
        });
        services.AddSingleton(new SettingDefinition(DiscountPercent, SettingKind.Number, "10", new Phrase(
            "By so many per cent a year less is money worth that comes later, in the lifetime value of customers", "计算客户终身价值时的年折现率（百分比）"))
        {
            Range = (1, 100),
        });
        services.AddSingleton(new SettingDefinition(UsualRetentionPercent, SettingKind.Number, "60", new Phrase(
            "So many per cent of customers order again the year after, while too few are known to count them", "客户次年继续下单的比例（百分比），在样本过少无法统计时采用"))
        {
            Range = (0, 99),
        });
    }
}
