using Crm.Host.Jobs;

namespace Crm.Host.Admin;

/// <summary>What whoever runs the installation needs, across all modules.</summary>
internal static class OperatorApi
{
    /// <param name="admin">Grouped under <c>/admin/v1</c>.</param>
    public static void MapOperatorApi(this IEndpointRouteBuilder admin)
    {
        JobEndpoints.Map(admin);
        MessageEndpoints.Map(admin);
        RepublishEndpoints.Map(admin);
        OperationListEndpoints.Map(admin);
    }
}
