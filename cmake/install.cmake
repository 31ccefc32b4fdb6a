include(CMakePackageConfigHelpers)

install(DIRECTORY include/buygraph DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(TARGETS buygraph EXPORT buygraphTargets)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/buygraph)
install(EXPORT buygraphTargets NAMESPACE buygraph:: DESTINATION ${package_folder})
configure_package_config_file(cmake/buygraphConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/buygraphConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/buygraphConfigVersion.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/buygraphConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/buygraphConfigVersion.cmake cmake/dependencies.cmake DESTINATION ${package_folder})
