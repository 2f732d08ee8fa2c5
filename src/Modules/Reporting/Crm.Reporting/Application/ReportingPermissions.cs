using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Reporting.Application;

internal sealed class ReportingPermissions
{
    public static readonly Permission ReadReports = new("reporting.reports.read", new Phrase("Read reports", "查看报表"), IsScoped: true);
}
