using Crm.Host.Platform.Access;

namespace Crm.Host.Platform.Api;

/// <summary>What administrators do, under <c>/admin/v1</c>; each module's own rules and settings lie beside it.</summary>
internal static class AdminApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/admin/v1");
        // Whatever was changed is in force with the next request here; other hosts hear of it within seconds.
        admin.AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            if (!HttpMethods.IsGet(context.HttpContext.Request.Method)) context.HttpContext.RequestServices.GetRequiredService<AccessDirectory>().Forget();
            return result;
        });
        UnitEndpoints.Map(admin);
        TerritoryEndpoints.Map(admin);
        UserEndpoints.Map(admin);
        WorkingCalendarEndpoints.Map(admin);
        RoleEndpoints.Map(admin);
        ClientEndpoints.Map(admin);
        SettingEndpoints.Map(admin);
        KeyEndpoints.Map(admin);
        AuditEndpoints.Map(admin);
        CatalogEndpoints.Map(admin);
    }
}
