using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Rendering.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.Customers.Application.Imports;

/// <summary>Lets what was wrong with a file be fetched as a workbook.</summary>
internal static class ProblemWorkbooks
{
    public static void Register(IServiceCollection services) => services.TryAddSingleton<WorkbookWriting>(_ => XlsxTableWriter.WriteTexts);
}
