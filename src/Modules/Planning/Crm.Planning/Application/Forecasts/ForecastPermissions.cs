using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Planning.Application.Forecasts;

internal sealed class ForecastPermissions
{
    public static readonly Permission Read = new(
        "planning.forecasts.read", new Phrase("Read forecasts and how far they were from what came", "查看预测及其准确度"), IsScoped: true);

    public static readonly Permission Write = new("planning.forecasts.write", new Phrase("Submit forecasts", "提交预测"), IsScoped: true);

    public static readonly Permission Approve = new("planning.forecasts.approve", new Phrase("Adjust the forecasts of others", "调整他人的预测"), IsScoped: true);
}
